package io.tanheng.server.plan.organization;

import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.problem.Text;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An enterprise (企业): the legal person that reports.
///
/// `methods` are the ids of the method editions it reports by (`gbt-32151-5@2015`), the first one
/// being the one screens begin with. `years` are the accounting years opened so far, newest first.
/// `boundary` is the boundary in words, as the report states it.
public record Enterprise(
    EnterpriseId id, @Nullable GroupId group, Profile profile, List<Integer> years, long version) {
  public Enterprise {
    years = List.copyOf(years);
  }

  /// What an enterprise says of itself.
  public record Profile(
      Text name,
      @Nullable String creditCode,
      Sector sector,
      String industryCode,
      String address,
      ZoneId zone,
      List<String> methods,
      String boundary) {
    public Profile {
      methods = List.copyOf(methods);
    }
  }
}
