#pragma once
#include "folders.h"
#include "launch.h"
#include "placement.h"
#include "shim.h"
#include "streams.h"
