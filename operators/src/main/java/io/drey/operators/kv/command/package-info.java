// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Commands to the key-value store, their answers, and the changes they make. */
@NullMarked
package io.drey.operators.kv.command;

import org.jspecify.annotations.NullMarked;
