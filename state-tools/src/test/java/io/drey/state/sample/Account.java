// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A POJO as users write them: nested, with an enum, collections and nulls. */
@SuppressWarnings("MissingSummary")
public final class Account {
  public String owner;
  public long balance;
  public Integer rating;
  public Kind kind;
  public Address address;
  public List<String> tags;
  public Set<Integer> limits;
  public Map<String, Address> homes;

  public Account() {}

  public static Account of(long i) {
    Account account = new Account();
    account.owner = "owner-" + i + "-\u00e9\u4e16";
    account.balance = -i;
    account.rating = i % 2 == 0 ? null : (int) i;
    account.kind = i % 2 == 0 ? Kind.BASIC : Kind.PREMIUM;
    account.address = i % 3 == 0 ? null : Address.of(i);
    account.tags = List.of("a" + i, "b");
    account.limits = Set.of((int) i);
    account.homes = Map.of("home", Address.of(i));
    return account;
  }

  /** An enum. */
  public enum Kind {
    BASIC,
    PREMIUM
  }

  /** A nested POJO. */
  public static final class Address {
    public String city;
    public int zip;

    public Address() {}

    static Address of(long i) {
      Address address = new Address();
      address.city = "city\t" + i;
      address.zip = (int) i;
      return address;
    }
  }
}
