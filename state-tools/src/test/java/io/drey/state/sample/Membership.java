// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of an {@link Account} whose fields are renamed, dropped, added and cast. */
@SuppressWarnings("MissingSummary")
public final class Membership {
  public String owner;
  public double balance;
  public Integer score;
  public Account.Kind kind;
  public List<String> tags;
  public Set<Integer> limits;
  public Map<String, Account.Address> homes;
  public Long since;

  public Membership() {}
}
