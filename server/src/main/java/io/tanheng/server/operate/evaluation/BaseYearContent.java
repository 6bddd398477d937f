package io.tanheng.server.operate.evaluation;

import java.util.UUID;

/// The base year (基准年) of a method, with the run that was its result when it was chosen.
record BaseYearContent(String method, int year, UUID inventoryId) {}
