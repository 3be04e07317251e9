// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.snapshot.metadata;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Uids known from elsewhere, of operators of which a snapshot stores only hashes. */
public final class KnownUids {
  /** No uids. */
  public static final KnownUids NONE = new KnownUids(Map.of());

  private final Map<String, String> byHash;

  private KnownUids(Map<String, String> byHash) {
    this.byHash = byHash;
  }

  public static KnownUids of(Collection<String> uids) {
    Map<String, String> byHash = new HashMap<>();
    uids.forEach(uid -> byHash.put(OperatorId.hashOf(uid), uid));
    return new KnownUids(byHash);
  }

  /** The metadata with the uid of each operator that is stored or known. */
  Metadata named(Metadata stored) {
    return byHash.isEmpty()
        ? stored
        : stored.with(stored.operators().stream().map(this::named).toList());
  }

  private OperatorSnapshot named(OperatorSnapshot operator) {
    OperatorId id = operator.id();
    String uid = byHash.get(id.hash());
    return id.uid() != null || uid == null
        ? operator
        : operator.withId(new OperatorId(id.hash(), uid, id.name()));
  }
}
