// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Reads the savepoint of {@link VisitorsMain} with the job's classes, and writes the same rows. */
public final class VisitorsByProcessor {
  private VisitorsByProcessor() {}

  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    configuration.setString("pipeline.object-reuse", "true");
    configuration.setString("taskmanager.memory.managed.size", "512m");
    StreamExecutionEnvironment env = LocalFlink.environment(2, configuration);
    SavepointReader.read(env, args[0], backend(Backend.valueOf(args[1])))
        .readKeyedState(
            OperatorIdentifier.forUid(VisitorsMain.OPERATOR),
            new Rows(),
            Types.STRING,
            Types.STRING)
        .sinkTo(
            FileSink.forRowFormat(new Path(args[2]), new SimpleStringEncoder<String>()).build());
    env.execute();
  }

  private static StateBackend backend(Backend backend) {
    return backend == Backend.HASHMAP
        ? new HashMapStateBackend()
        : new EmbeddedRocksDBStateBackend();
  }

  private static final class Rows extends KeyedStateReaderFunction<String, String> {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private transient ValueState<Long> visits;
    private transient ValueState<Visitor> visitor;

    @Override
    public void open(OpenContext openContext) {
      visits = getRuntimeContext().getState(VisitorStates.visits());
      visitor = getRuntimeContext().getState(VisitorStates.visitor());
    }

    @Override
    public void readKey(String key, Context ctx, Collector<String> out) throws Exception {
      out.collect(row("visits", key, String.valueOf(visits.value())));
      out.collect(row("visitor", key, MAPPER.writeValueAsString(visitor.value())));
    }

    private static String row(String state, String key, String value) {
      return "{\"operator\":\"visitors\",\"state\":\""
          + (state + "\",\"key\":\"" + key + "\",\"value\":" + value + "}");
    }
  }
}
