package io.tanheng.server.foundation.identity;

import io.tanheng.server.foundation.problem.Text;
import java.util.Collection;
import java.util.List;

/// What a session shows of enterprises. Identity knows only their ids; the organization module
/// tells the rest.
public interface EnterpriseDirectory {
  /// The entries of the given enterprises, ordered by name; unknown ids are left out.
  List<Entry> list(Collection<EnterpriseId> ids);

  /// All enterprises of the installation, ordered by name; for granting roles.
  List<Entry> listAll();

  /// `methods` are ids of method editions (`gbt-32151-5@2015`), `years` the accounting years opened
  /// so far, newest first.
  record Entry(
      EnterpriseId id, Text name, String sector, List<String> methods, List<Integer> years) {}
}
