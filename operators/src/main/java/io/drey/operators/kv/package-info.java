// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** A store of JSON values under keys in scopes that executes commands and emits its changes. */
@NullMarked
package io.drey.operators.kv;

import org.jspecify.annotations.NullMarked;
