package io.drey.operators.sameness;

/** A value with its event time in ms. */
public record Timed<T>(T value, long time) {}
