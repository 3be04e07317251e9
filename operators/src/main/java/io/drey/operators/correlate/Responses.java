// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.correlate;

/** How many responses pair with a request. */
public enum Responses {
  /** One; the request is then no longer pending. */
  ONE,
  /** Any number, until the timeout. */
  MANY
}
