// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Instant;

/** A line of the files: {@code 2026-01-05T09:00:00Z,alice,Oslo,book,bob,12}. */
public class Order {
  public long time;
  public String customer;
  public String city;
  public String product;
  public String recipient;
  public int amount;

  public static Order parse(String line) {
    String[] cells = line.split(",");
    Order order = new Order();
    order.time = Instant.parse(cells[0]).toEpochMilli();
    order.customer = cells[1];
    order.city = cells[2];
    order.product = cells[3];
    order.recipient = cells[4];
    order.amount = Integer.parseInt(cells[5]);
    return order;
  }
}
