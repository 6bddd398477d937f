package io.tanheng.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "io.tanheng", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ENGINE = {
    "io.tanheng.units..", "io.tanheng.formula..", "io.tanheng.standard..", "io.tanheng.accounting.."
  };

  @ArchTest
  static final ArchRule the_engine_knows_no_framework =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "jakarta..", "io.tanheng.server..")
          .because("the engine runs in the command line, the server and a stream processor alike")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule the_engine_reads_no_clock =
      noClasses()
          .that()
          .resideInAnyPackage(ENGINE)
          .should()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a figure computed again must come out the same")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule controllers_and_stores_stay_inside_their_module =
      classes()
          .that()
          .haveSimpleNameEndingWith("Controller")
          .or()
          .haveSimpleNameEndingWith("Store")
          .should()
          .bePackagePrivate()
          .because("other modules call the service or listen to the event")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule there_is_no_drawer_for_odds_and_ends =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..common..", "..core..", "..base..")
          .because("shared things have a noun: units, paging, problem");

  @ArchTest
  static void every_package_is_null_marked(JavaClasses all) {
    List<String> unmarked =
        all.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(pack ->
                pack.tryGetPackageInfo().isEmpty() || !pack.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();

    assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
  }
}
