// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

/** Where a customer lives: a field of the state. */
public class Address {
  public String city;
  public String country;

  public static Address of(String city) {
    Address address = new Address();
    address.city = city;
    address.country = "NO";
    return address;
  }
}
