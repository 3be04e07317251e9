package io.drey.jobs.stream;

import io.drey.operators.event.Event;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What leaves a source or a step: its main output and its named ones. */
public record NamedStreams(DataStream<Event> main, Map<String, DataStream<Event>> named) {}
