// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.stream;

import io.drey.operators.event.Event;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The streams of a source, step or sink: the main output and the named (side) outputs. */
public record NamedStreams(DataStream<Event> main, Map<String, DataStream<Event>> named) {}
