// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Numbers the logins of each user. */
class CountLogins extends KeyedProcessFunction<String, Login, String> {
  private transient ValueState<Integer> count;

  @Override
  public void open(OpenContext context) {
    count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Integer.class));
  }

  @Override
  public void processElement(Login login, Context context, Collector<String> out) throws Exception {
    count.update(Objects.requireNonNullElse(count.value(), 0) + 1);
    out.collect(login.user() + ": " + count.value());
  }
}
