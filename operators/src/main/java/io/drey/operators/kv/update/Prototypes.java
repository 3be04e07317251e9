// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv.update;

/** Names through which a careless browser script changes all its objects. */
final class Prototypes {
  static final String RULE = "must not be __proto__, constructor or prototype";

  private Prototypes() {}

  static boolean has(String name) {
    return name.equals("__proto__") || name.equals("constructor") || name.equals("prototype");
  }
}
