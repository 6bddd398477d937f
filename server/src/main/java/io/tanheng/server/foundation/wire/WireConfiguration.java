package io.tanheng.server.foundation.wire;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// JSON conventions and the clock.
///
/// A [BigDecimal] is a string in both directions: a browser's number is a binary fraction and would
/// lose digits on the way. Unknown fields are refused, so that a misspelt field is not silently
/// lost.
@Configuration(proxyBeanMethods = false)
class WireConfiguration implements WebMvcConfigurer {
  /// Digits a decimal in a request may have; more is a mistake or an attack, not a measurement.
  private static final int MAX_DECIMAL_LENGTH = 60;

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  JsonMapperBuilderCustomizer decimalsAsStrings() {
    SimpleModule module = new SimpleModule("tanheng");
    module.addSerializer(BigDecimal.class, new DecimalWriter());
    module.addDeserializer(BigDecimal.class, new DecimalReader());
    return builder ->
        builder.addModule(module).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ExpectedVersionResolver());
  }

  private static final class DecimalWriter extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toPlainString());
    }
  }

  private static final class DecimalReader extends ValueDeserializer<BigDecimal> {
    @Override
    public BigDecimal deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        context.reportInputMismatch(BigDecimal.class, "a decimal is written as a string");
      }
      String text = in.getString().strip();
      if (!text.matches("[+-]?\\d+(\\.\\d+)?") || text.length() > MAX_DECIMAL_LENGTH) {
        context.reportInputMismatch(BigDecimal.class, "not a plain decimal");
      }
      return new BigDecimal(text);
    }
  }
}
