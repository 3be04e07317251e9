// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Event time out of a field of an event. */
@NullMarked
package io.drey.operators.event.time;

import org.jspecify.annotations.NullMarked;
