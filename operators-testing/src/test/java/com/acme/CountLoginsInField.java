// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** The same with a mistake: a field is not state, so a restore loses it. */
class CountLoginsInField extends KeyedProcessFunction<String, Login, String> {
  private final Map<String, Integer> counts = new HashMap<>();

  @Override
  public void processElement(Login login, Context context, Collector<String> out) {
    out.collect(login.user() + ": " + counts.merge(login.user(), 1, Integer::sum));
  }
}
