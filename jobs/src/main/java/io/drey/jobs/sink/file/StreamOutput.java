// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import io.drey.jobs.sink.SinkMetrics;
import io.drey.jobs.sink.line.LineWriter;
import io.drey.operators.event.Event;
import java.io.FileOutputStream;
import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * The Flink sink that writes to a pipe or a device as it is. Opening a pipe waits for its reader.
 *
 * @param sinkId the sink's id
 * @param options as written in the pipeline file
 */
record StreamOutput(String sinkId, FileSink options) implements Sink<Event> {
  @Override
  public SinkWriter<Event> createWriter(WriterInitContext context) throws IOException {
    return new LineWriter(
        // an open stream of the process may lead to a file: nothing of that is cut off
        new FileOutputStream(options.path(), /* append= */ true),
        options.lines().lines(),
        new SinkMetrics(context.metricGroup(), sinkId),
        context.getProcessingTimeService());
  }
}
