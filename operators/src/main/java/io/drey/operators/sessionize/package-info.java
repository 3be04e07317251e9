// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Groups the events of a key into sessions. */
@NullMarked
package io.drey.operators.sessionize;

import org.jspecify.annotations.NullMarked;
