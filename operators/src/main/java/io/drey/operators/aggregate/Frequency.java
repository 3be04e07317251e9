package io.drey.operators.aggregate;

/** A value and its number of occurrences. */
public record Frequency(String value, long count) {}
