// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** Writing a savepoint that differs from another one in chosen parts. */
@NullMarked
package io.drey.state.rewrite;

import org.jspecify.annotations.NullMarked;
