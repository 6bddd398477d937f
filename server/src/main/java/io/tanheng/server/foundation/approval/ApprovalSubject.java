package io.tanheng.server.foundation.approval;

import io.tanheng.server.foundation.identity.AccountId;
import io.tanheng.server.foundation.identity.EnterpriseId;
import io.tanheng.server.foundation.identity.Right;
import io.tanheng.server.foundation.identity.Role;
import io.tanheng.server.foundation.problem.Text;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a module offers for approval: one bean per kind of thing.
///
/// The port is asked when something is submitted and again before each signature, so that a
/// signature always stands under what the signer could see.
public interface ApprovalSubject {
  /// The kind, as in the definitions: `factor`, `report`.
  String type();

  /// Who may submit one.
  Right submitRight();

  /// The thing as it stands now; empty when there is none that could be submitted.
  Optional<Facts> find(EnterpriseId enterprise, UUID id);

  /// The thing as it stands.
  ///
  /// @param version its version, as people know it
  /// @param digest over everything a signature stands for; another digest is another thing
  /// @param authors whose work it is
  /// @param departments roles whose department it concerns; empty takes those of the authors
  /// @param path of its page below enterprise and year
  record Facts(
      Text title,
      int version,
      String digest,
      Set<AccountId> authors,
      Set<Role> departments,
      String path) {
    public Facts {
      authors = Set.copyOf(authors);
      departments = Set.copyOf(departments);
    }
  }
}
