// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.util.ArrayList;
import java.util.List;

/** What is known of a customer: a POJO, as it is kept in state. */
public class Account {
  public int spent;
  public List<String> products = new ArrayList<>();
  public Address address;

  void add(Order order) {
    spent += order.amount;
    products.add(order.product);
    address = Address.of(order.city);
  }
}
