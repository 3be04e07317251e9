package io.drey.jobs.sink;

/** A sink of a pipeline file; its options are the record's components. */
public interface Sink {}
