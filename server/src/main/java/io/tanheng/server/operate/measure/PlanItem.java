package io.tanheng.server.operate.measure;

/// A stored item of a method plan.
public record PlanItem(PlanItemId id, NewPlanItem definition, int version) {}
