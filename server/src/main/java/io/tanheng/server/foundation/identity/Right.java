package io.tanheng.server.foundation.identity;

/// What a handler may ask for with [Permission], and what a [Role] gives.
public enum Right {
  /// No session needed. For the way in only: session, set-up, demo log-ins.
  ANYONE,
  /// Any session; for what is the same for every enterprise, such as the catalogue of methods.
  SIGNED_IN,

  ACCOUNT_MANAGE,
  ENTERPRISE_CREATE,

  ENTERPRISE_READ,
  ENTERPRISE_EDIT,
  BOUNDARY_READ,
  BOUNDARY_EDIT,
  PARAMETER_READ,
  PARAMETER_EDIT,
  LEDGER_READ,
  LEDGER_ENTER,
  LEDGER_CONFIRM,
  LEDGER_REOPEN,
  VOUCHER_READ,
  VOUCHER_ADD,
  IMPORT_READ,
  IMPORT_RUN,
  INVENTORY_READ,
  INVENTORY_RUN,
  INVENTORY_RESTATE,
  APPROVAL_READ,
  APPROVAL_ACT,
  APPROVAL_DEFINE,
  FACTOR_READ,
  FACTOR_EDIT,
  FACTOR_CONFIRM
}
