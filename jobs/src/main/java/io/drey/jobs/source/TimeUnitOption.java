package io.drey.jobs.source;

/** The unit of a numeric time field. */
public enum TimeUnitOption {
  S,
  MS,
  US,
  NS
}
