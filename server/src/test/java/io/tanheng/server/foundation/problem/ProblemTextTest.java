package io.tanheng.server.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every problem of every module has its sentence in both languages, and no sentence is left over.
class ProblemTextTest {
  @Test
  void every_problem_has_a_text_in_both_languages_with_the_same_placeholders() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Class<?> type : problemEnums()) {
      Messages.Bundle bundle = Messages.bundle(type);
      for (Object constant : type.getEnumConstants()) {
        String key = ((ProblemCode) constant).key();
        String zh = bundle.zh().getProperty(key);
        String en = bundle.en().getProperty(key);
        if (zh == null || en == null) {
          wrong.add(key + ": no text");
        } else if (!placeholders(zh).equals(placeholders(en))) {
          wrong.add(key + ": " + placeholders(zh) + " in Chinese, " + placeholders(en));
        } else if (!zh.codePoints().anyMatch(Character::isIdeographic)
            || en.codePoints().anyMatch(Character::isIdeographic)) {
          wrong.add(key + ": wrong language");
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void every_text_belongs_to_a_problem() throws Exception {
    List<String> leftOver = new ArrayList<>();
    for (Class<?> type : problemEnums()) {
      Set<String> keys = new TreeSet<>();
      for (Class<?> neighbour : problemEnums()) {
        if (neighbour.getPackage().equals(type.getPackage())) {
          for (Object constant : neighbour.getEnumConstants()) {
            keys.add(((ProblemCode) constant).key());
          }
        }
      }
      for (ProblemKind kind : ProblemKind.values()) {
        keys.add("problem-kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      }
      Messages.Bundle bundle = Messages.bundle(type);
      for (Properties texts : List.of(bundle.zh(), bundle.en())) {
        leftOver.addAll(texts.stringPropertyNames());
        leftOver.removeAll(keys);
      }
    }

    assertThat(leftOver).isEmpty();
  }

  @Test
  void fills_in_bilingual_arguments_by_language() {
    Text text = Messages.of(RequestProblem.FIELD_REQUIRED, Map.of("field", new Text("厂区", "site")));

    assertThat(text.zh()).isEqualTo("请填写“厂区”。");
    assertThat(text.en()).isEqualTo("Fill in \"site\".");
  }

  private static List<Class<?>> problemEnums() throws ClassNotFoundException {
    List<Class<?>> enums = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tanheng.server")) {
      if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
        enums.add(Class.forName(type.getName()));
      }
    }
    assertThat(enums).hasSizeGreaterThanOrEqualTo(3);
    return enums;
  }

  private static Set<String> placeholders(String text) {
    return Messages.PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
