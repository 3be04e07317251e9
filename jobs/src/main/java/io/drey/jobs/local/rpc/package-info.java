// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

/** The RPC system of an embedded cluster, from the class path. */
@NullMarked
package io.drey.jobs.local.rpc;

import org.jspecify.annotations.NullMarked;
