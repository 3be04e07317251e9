// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds up the orders of each customer, and asks for a review an hour after the first. */
public class Accounts extends KeyedProcessFunction<String, Order, String> {
  private transient ValueState<Account> account;
  private transient MapState<String, Integer> gifts;
  private transient ValueState<Integer> orders;
  private transient ValueState<String> lastOrder;

  @Override
  public void open(OpenContext context) {
    account = value("account", TypeInformation.of(Account.class));
    orders = value("orders", Types.INT);
    lastOrder = value("last-order", Types.STRING);
    MapStateDescriptor<String, Integer> byRecipient =
        new MapStateDescriptor<>("gifts", Types.STRING, Types.INT);
    gifts = getRuntimeContext().getMapState(byRecipient);
  }

  private <T> ValueState<T> value(String name, TypeInformation<T> type) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
  }

  @Override
  public void processElement(Order order, Context context, Collector<String> out)
      throws Exception {
    Account known = account.value();
    if (known == null) {
      known = new Account();
      context.timerService().registerEventTimeTimer(order.time + Duration.ofHours(1).toMillis());
    }
    known.add(order);
    account.update(known);
    Integer before = gifts.get(order.recipient);
    gifts.put(order.recipient, (before == null ? 0 : before) + order.amount);
    Integer count = orders.value();
    orders.update((count == null ? 0 : count) + 1);
    lastOrder.update(order.product + " for " + order.recipient);
    out.collect(
        order.customer + ": order " + orders.value() + ", " + known.spent + " spent, "
            + gifts.get(order.recipient) + " for " + order.recipient);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<String> out)
      throws Exception {
    String first = account.value().products.get(0);
    out.collect(context.getCurrentKey() + ": how was the " + first + "?");
  }
}
