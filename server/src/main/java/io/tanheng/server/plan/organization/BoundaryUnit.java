package io.tanheng.server.plan.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit of the accounting boundary (核算单元).
///
/// It belongs to the boundary from `validFrom` to `validTo`, both days included; without `validTo`
/// until further notice. `parent` is absent for a site.
public record BoundaryUnit(
    UnitId id,
    UnitKind kind,
    @Nullable UnitId parent,
    Description description,
    Validity validity,
    long version) {

  /// What it is called and what it can do. `code` is the plant's own number, unique in the
  /// enterprise.
  public record Description(
      String code, String name, String nameEn, List<TechnicalParameter> technicalParameters) {
    public Description {
      technicalParameters = List.copyOf(technicalParameters);
    }
  }

  /// A key technical parameter (主要技术参数), as written: rated capacity, volume, boiler type.
  public record TechnicalParameter(String name, String value, String unit) {}

  /// Days the unit belongs to the boundary, first and last included.
  public record Validity(LocalDate from, @Nullable LocalDate to) {
    public boolean isInOrder() {
      return to == null || !to.isBefore(from);
    }

    /// No day of `inner` lies outside.
    public boolean covers(Validity inner) {
      return !inner.from().isBefore(from)
          && (to == null || (inner.to() != null && !inner.to().isAfter(to)));
    }

    public boolean includes(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
