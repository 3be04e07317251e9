package io.drey.jobs.source.single;

/** Whether the only reader was given its input. */
public enum Assigned {
  NO,
  YES
}
