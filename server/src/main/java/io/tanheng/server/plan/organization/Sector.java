package io.tanheng.server.plan.organization;

/// The key industries of the guideline.
public enum Sector {
  POWER,
  PETROCHEMICALS,
  CHEMICALS,
  STEEL,
  BUILDING_MATERIALS,
  NON_FERROUS_METALS,
  PAPER
}
