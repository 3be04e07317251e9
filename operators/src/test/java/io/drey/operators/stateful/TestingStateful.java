// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.stateful;

import io.drey.operators.sameness.Sameness;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Functions over texts whose first letter is the key. */
final class TestingStateful {
  private TestingStateful() {}

  static Sameness<String> of(
      StatefulFunction<String, String, ?, String> function, StatefulOptions options) {
    return Sameness.of(Types.STRING, events -> on(events, function, options));
  }

  static DataStream<String> on(
      DataStream<String> events,
      StatefulFunction<String, String, ?, String> function,
      StatefulOptions options) {
    return Stateful.on(keyed(events), function, options, Types.STRING, "tested");
  }

  static KeyedStream<String, String> keyed(DataStream<String> events) {
    return events.keyBy(TestingStateful::key, Types.STRING);
  }

  static String key(String event) {
    return event.substring(0, 1);
  }
}
