// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.flink120;

import org.jspecify.annotations.Nullable;

/** A POJO that Flink writes itself. */
@SuppressWarnings("MissingSummary")
public final class Customer {
  public String name = "";
  public long balance;
  public @Nullable Integer rating;
  public Basket.Kind last = Basket.Kind.OPEN;
  public long[] visits = {};
  public @Nullable Address address;

  public Customer() {}

  static Customer of(long i) {
    Customer customer = new Customer();
    customer.name = "name-" + i + "-\u00e9\u4e16";
    customer.balance = -i;
    customer.rating = i % 2 == 0 ? null : (int) i;
    customer.last = i % 2 == 0 ? Basket.Kind.OPEN : Basket.Kind.PAID;
    customer.visits = new long[] {i, i + 1};
    customer.address = i % 3 == 0 ? null : Address.of(i);
    return customer;
  }

  /** A nested POJO. */
  public static final class Address {
    public String city = "";
    public int zip;

    public Address() {}

    static Address of(long i) {
      Address address = new Address();
      address.city = "city-" + i;
      address.zip = (int) i;
      return address;
    }
  }
}
