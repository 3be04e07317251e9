package io.drey.jobs.source;

/** How a line becomes an event. */
public enum InputFormat {
  JSON,
  LOGFMT,
  CSV,
  TEXT
}
