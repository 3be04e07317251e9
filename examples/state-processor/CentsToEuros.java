// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.OperatorTransformation;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.SavepointWriter;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Makes euros of the cents in the state of the operator {@code accounts}. */
public final class CentsToEuros {
  private CentsToEuros() {}

  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    OperatorIdentifier accounts = OperatorIdentifier.forUid("accounts");
    HashMapStateBackend backend = new HashMapStateBackend();

    var cents =
        SavepointReader.read(env, args[0], backend)
            .readKeyedState(accounts, new Cents(), Types.STRING, Types.TUPLE(Types.STRING, Types.LONG));
    var euros =
        OperatorTransformation.bootstrapWith(cents)
            .keyBy(account -> account.f0, Types.STRING)
            .transform(new Euros());
    SavepointWriter.fromExistingSavepoint(env, args[0], backend)
        .removeOperator(accounts)
        .withOperator(accounts, euros)
        .write(args[1]);
    env.execute();
  }

  private static final class Cents extends KeyedStateReaderFunction<String, Tuple2<String, Long>> {
    private transient ValueState<Long> last;

    @Override
    public void open(OpenContext context) {
      last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.LONG));
    }

    @Override
    public void readKey(String key, Context context, Collector<Tuple2<String, Long>> out)
        throws Exception {
      out.collect(Tuple2.of(key, last.value()));
    }
  }

  private static final class Euros
      extends KeyedStateBootstrapFunction<String, Tuple2<String, Long>> {
    private transient ValueState<Double> last;

    @Override
    public void open(OpenContext context) {
      last = getRuntimeContext().getState(new ValueStateDescriptor<>("last", Types.DOUBLE));
    }

    @Override
    public void processElement(Tuple2<String, Long> account, Context context) throws Exception {
      last.update(account.f1 / 100.0);
    }
  }
}
