package io.drey.jobs.sink;

/** How an event becomes a line. */
public enum OutputFormat {
  JSON,
  LOGFMT,
  CSV,
  TSV
}
