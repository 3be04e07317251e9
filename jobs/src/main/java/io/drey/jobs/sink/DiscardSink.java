package io.drey.jobs.sink;

/** Counts events and drops them. */
public record DiscardSink() implements Sink {}
