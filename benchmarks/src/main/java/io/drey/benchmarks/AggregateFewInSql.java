// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.benchmarks;

/** The same per method, of which there are few. */
final class AggregateFewInSql {
  private AggregateFewInSql() {}

  public static void main(String[] args) throws Exception {
    AggregateInSql.run(Trial.of(args), "method");
  }
}
