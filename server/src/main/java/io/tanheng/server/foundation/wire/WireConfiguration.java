package io.tanheng.server.foundation.wire;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
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
    module.addDeserializer(String.class, new TextReader());
    module.addKeyDeserializer(String.class, new KeyReader());
    module.addSerializer(Year.class, new YearWriter());
    module.addDeserializer(Year.class, new DateReader<>(Year.class, Years::year));
    module.addDeserializer(YearMonth.class, new DateReader<>(YearMonth.class, Years::month));
    module.addDeserializer(LocalDate.class, new DateReader<>(LocalDate.class, Years::day));
    return builder ->
        builder.addModule(module).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ExpectedVersionResolver());
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Year.class, Years::year);
    registry.addConverter(String.class, YearMonth.class, Years::month);
    registry.addConverter(String.class, LocalDate.class, Years::day);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new TextInterceptor());
  }

  /// Texts that the database can keep.
  private static final class TextReader extends ValueDeserializer<String> {
    private static final ValueDeserializer<String> OWN = new StringDeserializer();

    @Override
    public @Nullable String deserialize(JsonParser in, DeserializationContext context) {
      String text = OWN.deserialize(in, context);
      if (text != null) {
        Texts.require(text, String.valueOf(in.currentName()));
      }
      return text;
    }
  }

  private static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      Texts.require(key, "key");
      return key;
    }
  }

  private static final class YearWriter extends ValueSerializer<Year> {
    @Override
    public void serialize(Year value, JsonGenerator out, SerializationContext context) {
      out.writeNumber(value.getValue());
    }
  }

  /// Years are numbers, months and days are texts.
  private static final class DateReader<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> parse;

    DateReader(Class<T> type, Function<String, T> parse) {
      this.type = type;
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      JsonToken wanted = type == Year.class ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING;
      if (in.currentToken() != wanted) {
        context.reportInputMismatch(type, "wrong form of a date");
      }
      return parse.apply(in.getString().strip());
    }
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
