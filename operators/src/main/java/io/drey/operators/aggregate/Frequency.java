package io.drey.operators.aggregate;

/** A value and how often it came. */
public record Frequency(String value, long count) {}
