package io.tanheng.server.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Migrates each module by itself: the files of `db/migration/<module>`, noted in a history table
/// of its own, so that modules number their files independently. `__root` belongs to no module and
/// comes first.
///
/// Modules know nothing of each other's tables, so their order does not matter. Spring Modulith can
/// do the same, but reads the byte code of the whole application at every start to find the
/// modules.
@Component
class ModuleMigrations implements FlywayMigrationStrategy {
  private static final Pattern MODULE = Pattern.compile("/db/migration/([^/]+)/[^/]+\\.sql$");
  private static final String ROOT = "__root";

  @Override
  public void migrate(Flyway flyway) {
    for (String module : modules()) {
      Flyway.configure(flyway.getConfiguration().getClassLoader())
          .configuration(flyway.getConfiguration())
          .locations("classpath:db/migration/" + module)
          .table("flyway_schema_history" + (module.equals(ROOT) ? "" : "_" + module))
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }

  private static SortedSet<String> modules() {
    SortedSet<String> modules = new TreeSet<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/*/*.sql")) {
        Matcher matcher = MODULE.matcher(file.getURL().toString());
        if (!matcher.find()) {
          throw new IllegalStateException("to which module does " + file + " belong?");
        }
        modules.add(matcher.group(1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!modules.contains(ROOT)) {
      throw new IllegalStateException("no migrations on the class path");
    }
    return modules;
  }
}
