// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package com.acme;

import java.time.Instant;

public record Request(String id, String user, int status, Instant time) {}
