// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** JSON strings and numbers as bytes. */
@NullMarked
package io.drey.operators.internal.json;

import org.jspecify.annotations.NullMarked;
