package io.drey.operators.correlate;

import java.io.Serializable;
import org.apache.flink.util.OutputTag;

/** The side outputs for events that do not pair. */
record Outputs<T, U>(OutputTag<U> unmatched, OutputTag<U> evicted, OutputTag<T> other)
    implements Serializable {}
