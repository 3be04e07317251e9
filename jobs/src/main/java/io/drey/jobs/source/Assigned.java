package io.drey.jobs.source;

/** Whether the only reader was given its input. */
enum Assigned {
  NO,
  YES
}
