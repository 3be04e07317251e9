// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import io.drey.state.transform.StateEntry;
import io.drey.state.transform.ValueTransform;
import java.util.HashSet;
import java.util.Set;

/** Keeps of each address in the state of {@link UniqueIps} only the network. */
public class Networks implements ValueTransform<String, UniqueIps.Seen, UniqueIps.Seen> {
  @Override
  public UniqueIps.Seen transform(StateEntry<String> user, UniqueIps.Seen seen) {
    Set<String> networks = new HashSet<>();
    for (String ip : seen.ips) {
      networks.add(ip.substring(0, ip.lastIndexOf('.')) + ".0");
    }
    seen.ips = networks;
    return seen;
  }
}
