// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Source and sink of a job the usual way: JSON lines through Jackson's tree model. */
final class JsonLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonLines() {}

  static DataStream<ObjectNode> read(StreamExecutionEnvironment env, Trial trial) {
    FileSource<String> file =
        FileSource.forRecordStreamFormat(new TextLineInputFormat(), path(trial.input())).build();
    return env.fromSource(file, WatermarkStrategy.noWatermarks(), "events")
        .map(JsonLines::parse)
        .returns(Types.GENERIC(ObjectNode.class));
  }

  static void write(DataStream<ObjectNode> events, Trial trial) {
    FileSink<String> file =
        FileSink.forRowFormat(path(trial.output()), new SimpleStringEncoder<String>()).build();
    events.map(ObjectNode::toString).sinkTo(file);
  }

  private static ObjectNode parse(String line) throws JsonProcessingException {
    return (ObjectNode) MAPPER.readTree(line);
  }

  private static Path path(java.nio.file.Path path) {
    return Path.fromLocalFile(path.toFile());
  }
}
