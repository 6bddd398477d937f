package io.tanheng.server.plan.organization;

/// Asked before an enterprise takes a method: whether there is such an edition. The module that
/// holds the editions has a bean of this type.
public interface MethodCatalogue {
  /// Whether the edition, such as `gbt-32151-5@2015`, is there to be used.
  boolean knows(String method);
}
